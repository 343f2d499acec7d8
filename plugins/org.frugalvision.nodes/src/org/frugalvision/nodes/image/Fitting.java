// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import org.frugalvision.engine.load.Fit;
import org.knime.node.parameters.widget.choices.Label;

/** How images of other proportions get a size, in dialogs. */
public enum Fitting {
        /** {@link Fit#STRETCH}. */
        @Label(value = "Stretch", description = "Everything is seen, proportions are lost.")
        STRETCH, //
        /** {@link Fit#PAD}. */
        @Label(value = "Pad", description = "Everything is seen, the rest is filled with the background.")
        PAD, //
        /** {@link Fit#CROP}. */
        @Label(value = "Crop", description = "Proportions are kept, the ends of the longer side are cut off.")
        CROP;

    /** @return the engine's */
    public Fit toFit() {
        return Fit.valueOf(name());
    }
}
