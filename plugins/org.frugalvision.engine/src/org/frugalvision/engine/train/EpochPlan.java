// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

/**
 * How many images and batches an epoch was planned for.
 *
 * @param images its images, repetitions counted
 * @param batch images of its largest batch
 */
record EpochPlan(long images, long batch) {

    static EpochPlan of(final List<int[]> batches) {
        return new EpochPlan(batches.stream().mapToLong(batch -> batch.length).sum(),
            batches.stream().mapToLong(batch -> batch.length).max().orElseThrow());
    }

    /** Batches of so many images: whole epochs, and part of another one. */
    long batches(final long planned) {
        return planned / images * inOne(images) + inOne(planned % images);
    }

    private long inOne(final long part) {
        return (part + batch - 1) / batch;
    }
}
