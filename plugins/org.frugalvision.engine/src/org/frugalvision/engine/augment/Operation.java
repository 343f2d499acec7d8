// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * One way of changing an image. It has no state and keeps the shape; the same image, strength and random numbers give
 * the same image on every machine. With the strength that its {@link Magnitude#identity} names it is not called.
 */
interface Operation {

    /** What it tells about itself, the same for all its instances. */
    OperationInfo info();

    /**
     * The changed image; the given one stays as it is, and may be given back.
     *
     * @param image RGB if the operation needs colour
     * @param magnitude within its limits; 0 if it has none
     * @param rendering how it draws what it moves
     * @param random for what it draws beside its strength
     */
    Raster apply(Raster image, double magnitude, Rendering rendering, RandomGenerator random);
}
