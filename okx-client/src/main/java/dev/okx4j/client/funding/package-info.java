/** The funding account: its balances, and transfers between it, the trading account and sub-accounts. */
@NullMarked
package dev.okx4j.client.funding;

import org.jspecify.annotations.NullMarked;
