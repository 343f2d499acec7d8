// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What stands beside a tick: the digits that matter, very large and small numbers with an exponent. */
final class TickLabel {

    private static final MathContext DIGITS = new MathContext(12);

    private TickLabel() {
    }

    static String of(final double value) {
        final var number = new BigDecimal(value, DIGITS).stripTrailingZeros();
        final int exponent = number.precision() - number.scale() - 1;
        return exponent < -6 || exponent > 6 ? number.toString()
            : String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }
}
