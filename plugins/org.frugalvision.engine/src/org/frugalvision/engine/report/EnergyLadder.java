// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import org.frugalvision.engine.network.Traffic;

/**
 * Energy by counts instead of by time: a number costs as much as one multiply-add when it comes from a register, 6
 * times as much from a buffer on the chip and 200 times as much from memory (Sze et al. 2017, arXiv:1703.09039). A
 * proxy: it compares pieces of work, whatever machine did them, and says nothing about what a socket would show.
 */
public final class EnergyLadder {

    /** Picojoules of one multiply-add of 32-bit floats in 45 nm: 3.7 for the product and 0.9 for the sum. */
    public static final double PICOJOULES_PER_MULTIPLY_ADD = 3.7 + 0.9;

    private static final double REGISTER = 1;

    private static final double BUFFER = 6;

    private static final double MEMORY = 200;

    private static final double PICOJOULES_PER_WATT_HOUR = 3600e12;

    private EnergyLadder() {
    }

    /**
     * @param multiplyAdds multiply-adds, each of which takes its numbers from a register
     * @param bytes bytes from and to memory, each of which passes the buffer once
     * @return energy in multiply-adds that would take as much
     */
    public static double multiplyAdds(final double multiplyAdds, final double bytes) {
        return multiplyAdds * (1 + REGISTER) + bytes / Traffic.BYTES * (BUFFER + MEMORY);
    }

    /**
     * @param multiplyAdds multiply-adds
     * @param bytes bytes from and to memory
     * @return energy in watt-hours
     */
    public static double wattHours(final double multiplyAdds, final double bytes) {
        return multiplyAdds(multiplyAdds, bytes) * PICOJOULES_PER_MULTIPLY_ADD / PICOJOULES_PER_WATT_HOUR;
    }
}
