// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

import org.frugalvision.engine.augment.Interpolation;
import org.knime.node.parameters.widget.choices.Label;

/** The choices of {@link Interpolation}, with what people read. */
public enum InterpolationChoice {
        /** See {@link Interpolation#BILINEAR}. */
        @Label(value = "Bilinear", description = "From the four pixels around it.")
        BILINEAR, //
        /** See {@link Interpolation#NEAREST}. */
        @Label(value = "Nearest", description = "That of the nearest pixel, so that no new values appear.")
        NEAREST;

    /** What the setting is called. */
    public static final String TITLE = "Between pixels";

    /** What the setting says about itself. */
    public static final String HELP = """
            How operations that turn, shear or scale make a value between pixels.
            """;

    /** @return the engine's choice */
    public Interpolation toInterpolation() {
        return Interpolation.valueOf(name());
    }
}
