// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * In training, each value is zero with the given probability, and the others are divided by 1 - rate (Srivastava et al.
 * 2014, JMLR 15); when the network is applied, it does nothing.
 *
 * @param rate the probability, above 0 and below 1
 */
public record Dropout(double rate) implements Dropping {

    /** Refuses rates that are no probability, or would do nothing. */
    public Dropout {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be above 0 and below 1, but is " + rate);
        }
    }

    @Override
    public String description() {
        return "dropout of " + rate;
    }
}
