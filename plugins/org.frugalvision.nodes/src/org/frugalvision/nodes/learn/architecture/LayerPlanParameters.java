// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** For which images the layers are listed where none are connected. */
@LoadDefaultsForAbsentFields
final class LayerPlanParameters implements NodeParameters {

    private static final int MOST = 65_536;

    private static final int FEWEST_CLASSES = 2;

    /** Of sides, channels and classes. */
    static final class Most extends MaxValidation {

        @Override
        protected double getMax() {
            return MOST;
        }
    }

    /** Of classes. */
    static final class FewestClasses extends MinValidation {

        @Override
        protected double getMin() {
            return FEWEST_CLASSES;
        }
    }

    @Widget(title = "Image height (pixels)", description = "Rows of pixels for which the layers are listed.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Most.class)
    int m_height = 28;

    @Widget(title = "Image width (pixels)", description = "Columns of pixels for which the layers are listed.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Most.class)
    int m_width = 28;

    @Widget(title = "Number of channels", description = """
            1 for gray images, 3 for RGB images, 4 for RGB images with transparency; multi-band images have as many as
            they have bands.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Most.class)
    int m_channels = 1;

    @Widget(title = "Number of classes", description = "The number of classes for which the layers are listed.")
    @NumberInputWidget(minValidation = FewestClasses.class, maxValidation = Most.class)
    int m_classes = 10;

    ImageShape shape() {
        final int channels = within("Number of channels", m_channels, 1, MOST);
        final int height = within("Image height", m_height, 1, MOST);
        final int width = within("Image width", m_width, 1, MOST);
        if ((long)channels * height > Integer.MAX_VALUE / width) {
            throw new SettingsException("Number of channels",
                "must leave an image of %d rows and %d columns at most 2,147,483,647 values".formatted(height, width),
                channels, "Enter a smaller number.");
        }
        return new ImageShape(channels, height, width);
    }

    int classes() {
        return within("Number of classes", m_classes, FEWEST_CLASSES, MOST);
    }

    private static int within(final String title, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw new SettingsException(title, "must be between %,d and %,d".formatted(least, most), value);
        }
        return value;
    }
}
