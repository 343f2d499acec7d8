// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.run.CanceledException;

/**
 * Takes what a loader makes of files, one after the other, in the order of the files, always from the thread that
 * started the loader; only {@link #prepare} is called from many.
 *
 * @param <T> what the sink keeps of an image
 */
public interface ImageSink<T> {

    /**
     * The part of the work that can be done for many images at a time, such as encoding. Called in any thread and any
     * order, also for images that are never handed on; must change nothing but what it returns.
     *
     * @param image an image
     * @return what {@link #image} gets
     */
    T prepare(LoadedImage image);

    /**
     * @param file a file
     * @param prepared what {@link #prepare} made of its image
     * @throws CanceledException if the work was canceled
     */
    void image(FoundFile file, T prepared) throws CanceledException;

    /**
     * @param rejection a file that gave no image, and why
     * @throws CanceledException if the work was canceled
     */
    void rejected(Rejection rejection) throws CanceledException;

    /**
     * Asked before a file is read.
     *
     * @return whether the loader shall go on; after "no" a few files that are under way may still be handed on
     */
    default boolean wantsMore() {
        return true;
    }
}
