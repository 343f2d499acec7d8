// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** The bytes of images of one size, written once in order, then read in any order by any thread. */
interface PixelStore {

    /** Appends the next image. */
    void append(byte[] image);

    /** Copies image {@code i} to the start of {@code target}. */
    void read(int i, byte[] target);

    /** Frees a temporary file. */
    void discard();
}
