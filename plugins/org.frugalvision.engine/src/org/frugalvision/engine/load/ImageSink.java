// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.run.CanceledException;

/**
 * Takes what a loader makes of files, one after the other, in the order of the files, always from the thread that
 * started the loader.
 */
public interface ImageSink {

    /**
     * @param file a file
     * @param image the image it gave
     * @throws CanceledException if the work was canceled
     */
    void image(FoundFile file, LoadedImage image) throws CanceledException;

    /**
     * @param rejection a file that gave no image, and why
     * @throws CanceledException if the work was canceled
     */
    void rejected(Rejection rejection) throws CanceledException;
}
