// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

import org.frugalvision.engine.augment.Border;
import org.knime.node.parameters.widget.choices.Label;

/** The choices of {@link Border}, with what people read. */
public enum BorderChoice {
        /** See {@link Border#EDGE}. */
        @Label(value = "Nearest pixel", description = "The nearest pixel of the image.")
        EDGE, //
        /** See {@link Border#REFLECT}. */
        @Label(value = "Mirror", description = "The image in a mirror at its border.")
        REFLECT, //
        /** See {@link Border#BLACK}. */
        @Label(value = "Black", description = "Zeros.")
        BLACK, //
        /** See {@link Border#WHITE}. */
        @Label(value = "White", description = "The largest value.")
        WHITE, //
        /** See {@link Border#MEAN}. */
        @Label(value = "Mean", description = "The mean color of the image.")
        MEAN;

    /** What the setting is called. */
    public static final String TITLE = "Beyond the border";

    /** What the setting says about itself. */
    public static final String HELP = """
            What is seen beyond the border of an image, where an operation moves it in.
            """;

    /** @return the engine's choice */
    public Border toBorder() {
        return Border.valueOf(name());
    }
}
