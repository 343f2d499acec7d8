// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.run.CanceledException;

/** The images to choose from, seen through what is known about them. */
public interface Pool {

    /** @return number of images */
    int size();

    /**
     * @param i index of an image
     * @return its row key
     */
    String id(int i);

    /**
     * Answers a need; computed when first asked for, then kept.
     *
     * @param need what the method wants to know; one that its {@link SelectorInfo} names
     * @param <T> type of the answer
     * @return the answer: one entry per image, shared, not to be modified
     * @throws CanceledException if the work was canceled
     * @throws IllegalArgumentException if the pool was made without this need
     */
    <T> T get(Need<T> need) throws CanceledException;

    /** @return identifies the images and everything that was asked about them so far */
    String fingerprint();

    /**
     * Some of the images; what was computed for all is not computed again.
     *
     * @param indices indices of this pool, in the order wanted; copied
     * @return a pool of them alone
     */
    Pool subset(int... indices);
}
