// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

/**
 * A graphics processor of NVIDIA as its driver describes it.
 *
 * @param name for people
 * @param major first number of its compute capability
 * @param minor second number of its compute capability
 */
public record Gpu(String name, int major, int minor) {

    /**
     * ND4J M2.1 holds machine code for the capabilities 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, and no
     * intermediate code that a driver could translate. Machine code runs on its own capability and on later ones of the
     * same first number, so 8.9 runs and 9.0 does not.
     *
     * @return whether ND4J can compute on it
     */
    public boolean supported() {
        return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
    }

    @Override
    public String toString() {
        return "%s (compute capability %d.%d)".formatted(name, major, minor);
    }
}
