// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** What images are worth together, submodular: what an image adds never grows while others are taken. */
interface Objective {

    /** Number of images. */
    int size();

    /** At least what the image adds at first; infinite where that is not known. */
    double bound(int image);

    /** What the image would add to those taken. */
    double gain(int image);

    /** Takes the image. */
    void take(int image);
}
