// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.exchange.ImportSettings;
import org.frugalvision.engine.exchange.PixelRange;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the CNN Reader. */
@LoadDefaultsForAbsentFields
final class CnnReaderNodeParameters implements NodeParameters {

    /** Which values of pixels a network from elsewhere expects. */
    enum Pixels {
            @Label(value = "Automatic", description = """
                    From 0 to 1; from 0 to 255 if the network begins with a layer that rescales pixels (Keras).
                    """)
            AUTOMATIC(PixelRange.AUTOMATIC), //
            @Label(value = "0 to 1", description = "Black is 0, white is 1.")
            ZERO_TO_ONE(PixelRange.ZERO_TO_ONE), //
            @Label(value = "-1 to 1", description = "Black is -1, white is 1.")
            MINUS_ONE_TO_ONE(PixelRange.MINUS_ONE_TO_ONE), //
            @Label(value = "0 to 255", description = "Black is 0, white is 255.")
            ZERO_TO_255(PixelRange.ZERO_TO_255);

        private final PixelRange m_range;

        Pixels(final PixelRange range) {
            m_range = range;
        }
    }

    /** What files of other programs do not tell. */
    @Section(title = "Files of other programs")
    @Advanced
    interface ForeignSection {
    }

    @Widget(title = "File", description = """
            A file that a CNN Writer, DL4J (zip) or Keras (.h5) has written. An absolute path, a path relative to the
            folder of the workflow, or a URL such as "knime://knime.workflow/data/network.zip".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/network.zip",
        patternValidation = IsNotBlankValidation.class)
    String m_file = "";

    @Widget(title = "Class names (empty = class 0, class 1, ...)", description = """
            Names of the classes in the order of the network's outputs, separated by commas. Files of DL4J and Keras
            do not name them.
            """)
    @TextInputWidget(placeholder = "cat, dog")
    @Layout(ForeignSection.class)
    String m_classes = "";

    @Widget(title = "Image height (pixels, 0 = from the file)", description = """
            Rows of the images that the network takes. Files of DL4J do not tell it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo16384.class)
    @Layout(ForeignSection.class)
    int m_imageHeight;

    @Widget(title = "Image width (pixels, 0 = from the file)",
        description = "Columns of the images that the network takes.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo16384.class)
    @Layout(ForeignSection.class)
    int m_imageWidth;

    @Widget(title = "Pixel values", description = """
            Which values of pixels the network was trained with. No file tells it; with a wrong choice a network
            predicts nonsense without any error. Anything but 0 to 1 becomes a first layer of the network.
            """)
    @Layout(ForeignSection.class)
    Pixels m_pixels = Pixels.AUTOMATIC;

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }

    ImportSettings toSettings() {
        final List<String> classes = m_classes.isBlank() ? List.of()
            : Arrays.stream(m_classes.split(",", -1)).map(ClassName::of).toList();
        return new ImportSettings(classes, m_imageHeight, m_imageWidth, m_pixels.m_range);
    }
}
