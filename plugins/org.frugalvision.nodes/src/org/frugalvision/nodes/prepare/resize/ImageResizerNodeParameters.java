// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.resize;

import org.frugalvision.engine.load.TargetSize;
import org.frugalvision.nodes.image.Background;
import org.frugalvision.nodes.image.BackgroundPattern;
import org.frugalvision.nodes.image.Fitting;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Image Resizer. */
@LoadDefaultsForAbsentFields
final class ImageResizerNodeParameters implements NodeParameters {

    /** Refers to the fit. */
    static final class FitReference implements ParameterReference<Fitting> {
    }

    /** Whether there is something beside the images. */
    static final class Padded implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(FitReference.class).isOneOf(Fitting.PAD);
        }
    }

    @Widget(title = "Image column", description = "The column with the images; the resized ones take its place.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Width (pixels)", description = "The width of all images.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo16384.class)
    int m_width = 64;

    @Widget(title = "Height (pixels)", description = "The height of all images.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo16384.class)
    int m_height = 64;

    @Widget(title = "Fit", description = """
            How an image of other proportions is brought to that size: padding is also called letterbox, cropping center
            crop.
            """)
    @ValueReference(FitReference.class)
    @ValueSwitchWidget
    Fitting m_fit = Fitting.PAD;

    @Widget(title = "Background", description = """
            The color beside padded images, as #RRGGBB in hexadecimal digits; multi-band images get 0 there.
            """)
    @TextInputWidget(placeholder = "#FFFFFF", patternValidation = BackgroundPattern.class)
    @Effect(predicate = Padded.class, type = EffectType.SHOW)
    String m_background = "#FFFFFF";

    ImageResizerNodeParameters() {
    }

    ImageResizerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
    }

    /** The engine's settings. */
    TargetSize toSize() {
        return new TargetSize(m_height, m_width, m_fit.toFit());
    }

    /** The colour beside images. */
    int toBackground() {
        return Background.parse(m_background);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSize);
        EngineCall.configure(this::toBackground);
    }
}
