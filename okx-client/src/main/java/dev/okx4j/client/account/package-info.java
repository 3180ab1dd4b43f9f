/** The trading account: balances, positions, leverage and bills. */
@NullMarked
package dev.okx4j.client.account;

import org.jspecify.annotations.NullMarked;
