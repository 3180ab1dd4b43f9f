/** The tools of the OKX Agent Trade Kit under their own names and arguments, so that prompts and configurations carry over. */
@NullMarked
package dev.okx4j.tools.kit;

import org.jspecify.annotations.NullMarked;
