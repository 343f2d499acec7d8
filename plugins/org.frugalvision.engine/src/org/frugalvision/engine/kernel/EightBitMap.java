// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/**
 * A map in whole numbers of 8 bits: -128 to 127, or 0 to 127. The latter leaves one bit unused, as processors without
 * special instructions add two products in 16 bits, where 2 x 127 x 127 has room and 2 x 255 x 127 has not.
 *
 * @param slot where it lies
 * @param unit what a one stands for
 * @param signed whether there are numbers below 0
 */
record EightBitMap(Slot slot, float unit, boolean signed) {

    static final int MOST = 127;
}
