// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.image.ImageShape;

/** A rule that makes a network for images of a given shape. Stateless. */
public interface Architecture {

    /**
     * @param input shape of the images
     * @param classes number of classes, at least 2
     * @return the network's graph
     * @throws org.frugalvision.engine.run.SettingsException if the images are too small, or too large for the most
     *             parameters a network may have
     */
    NetworkSpec build(ImageShape input, int classes);
}
