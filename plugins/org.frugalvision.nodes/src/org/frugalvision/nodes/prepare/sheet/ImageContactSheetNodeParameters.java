// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Contact Sheet. */
@LoadDefaultsForAbsentFields
final class ImageContactSheetNodeParameters implements NodeParameters {

    /** What stands under the images. */
    enum Caption {
            @Label(value = "Row ID", description = "The row ID.")
            ROW_ID, //
            @Label(value = "Column", description = "The text of a column, such as the label.")
            COLUMN;
    }

    /** Refers to the caption. */
    static final class CaptionReference implements ParameterReference<Caption> {
    }

    /** Whether captions come from a column. */
    static final class FromColumn implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(CaptionReference.class).isOneOf(Caption.COLUMN);
        }
    }

    @Widget(title = "Image column", description = "The column with the images (PNG).")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Captions", description = "What stands under each image.")
    @ValueReference(CaptionReference.class)
    @ValueSwitchWidget
    Caption m_caption = Caption.ROW_ID;

    @Widget(title = "Caption column", description = "The column with the captions.")
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
    String m_captionColumn = "";

    @Widget(title = "Images", description = "How many images are shown, at most 120; the first of the table.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_images = 60;

    ImageContactSheetNodeParameters() {
    }

    ImageContactSheetNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_captionColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** How many images are shown. */
    int toImages() {
        if (m_images < 1 || m_images > ContactSheet.MOST_TILES) {
            throw new SettingsException("Images", "must be from 1 to %d".formatted(ContactSheet.MOST_TILES), m_images,
                "Enter a number such as 60.");
        }
        return m_images;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toImages);
    }
}
