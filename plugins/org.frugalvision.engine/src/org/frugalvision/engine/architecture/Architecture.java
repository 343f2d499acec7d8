// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.NetworkSpec;

/** A rule that makes a network for images of a given shape. Stateless. */
public interface Architecture {

    /**
     * @param input shape of the images
     * @param classes number of classes, at least 2
     * @param options changes to the architecture
     * @return the network's graph
     * @throws org.frugalvision.engine.run.SettingsException if the images are too small, or too large for the most
     *             parameters a network may have, or if an option is set that the architecture does not read
     */
    NetworkSpec build(ImageShape input, int classes, ArchitectureOptions options);

    /**
     * The architecture with {@link ArchitectureOptions#DEFAULT}.
     *
     * @param input shape of the images
     * @param classes number of classes, at least 2
     * @return the network's graph
     * @throws org.frugalvision.engine.run.SettingsException see the other method
     */
    default NetworkSpec build(final ImageShape input, final int classes) {
        return build(input, classes, ArchitectureOptions.DEFAULT);
    }
}
