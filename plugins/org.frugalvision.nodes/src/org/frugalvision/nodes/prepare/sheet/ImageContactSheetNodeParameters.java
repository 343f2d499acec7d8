// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.sheet;

import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.ValueColumnsProvider;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Contact Sheet. */
@LoadDefaultsForAbsentFields
final class ImageContactSheetNodeParameters implements NodeParameters {

    /** Which images are shown. */
    enum Sample {
            @Label(value = "First rows", description = "The first images of the table, as they come.")
            FIRST, //
            @Label(value = "Some of each class", description = "The first images of every class, class by class.")
            PER_CLASS;
    }

    /** What stands under the images. */
    enum Caption {
            @Label(value = "Row ID", description = "The row ID.")
            ROW_ID, //
            @Label(value = "Column", description = "The value of a column, such as the label.")
            COLUMN;
    }

    /** Refers to the choice of images. */
    static final class SampleReference implements ParameterReference<Sample> {
    }

    /** Whether some images of each class are shown. */
    static final class OfEachClass implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(SampleReference.class).isOneOf(Sample.PER_CLASS);
        }
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

    /** The most images that a sheet shows. */
    static final class MostTiles extends MaxValidation {

        @Override
        protected double getMax() {
            return ContactSheet.MOST_TILES;
        }
    }

    @Widget(title = "Image column", description = "The column with the images.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Captions", description = "What stands under each image.")
    @ValueReference(CaptionReference.class)
    @ValueSwitchWidget
    Caption m_caption = Caption.ROW_ID;

    @Widget(title = "Caption column", description = "The column with the captions.")
    @ChoicesProvider(ValueColumnsProvider.class)
    @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
    String m_captionColumn = "";

    @Widget(title = "Which images", description = """
            A table that is sorted by class begins with many images of one class; some of each class show them all.
            """)
    @ValueReference(SampleReference.class)
    @ValueSwitchWidget
    Sample m_sample = Sample.FIRST;

    @Widget(title = "Number of images", description = "How many images are shown, at most 120; the first of the table.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostTiles.class)
    @Effect(predicate = OfEachClass.class, type = EffectType.HIDE)
    int m_images = 60;

    @Widget(title = "Label column", description = """
            The column with the class of each image. Rows without a class are left out.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = OfEachClass.class, type = EffectType.SHOW)
    String m_classColumn = "";

    @Widget(title = "Images per class", description = """
            How many images of each class are shown, at most 120. All together are at most 120, too: fewer of each if
            the classes are many, and of more than 120 classes only the first 120.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MostTiles.class)
    @Effect(predicate = OfEachClass.class, type = EffectType.SHOW)
    int m_perClass = 5;

    ImageContactSheetNodeParameters() {
    }

    ImageContactSheetNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_captionColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
        m_classColumn = m_captionColumn;
    }

    /** How many images are shown, if it is the first ones. */
    int toImages() {
        return tiles("Number of images", m_images);
    }

    /** How many images of each class are shown, at most. */
    int toImagesPerClass() {
        return tiles("Images per class", m_perClass);
    }

    private static int tiles(final String title, final int value) {
        if (value < 1 || value > ContactSheet.MOST_TILES) {
            throw new SettingsException(title, "must be from 1 to %d".formatted(ContactSheet.MOST_TILES), value,
                "Enter a number such as 5.");
        }
        return value;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toImages);
        EngineCall.configure(this::toImagesPerClass);
    }
}
