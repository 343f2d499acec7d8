// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.duplicates;

import org.frugalvision.engine.duplicate.DuplicateSettings;
import org.frugalvision.nodes.run.Connected;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
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
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the Image Duplicate Finder. */
@LoadDefaultsForAbsentFields
final class ImageDuplicateFinderNodeParameters implements NodeParameters {

    /** Which images count as duplicates. */
    enum Kind {
            @Label(value = "Exact", description = "Images with the same pixels.")
            EXACT, //
            @Label(value = "Exact and near", description = "Also images that look nearly the same.")
            NEAR;
    }

    /** Refers to the kind. */
    static final class KindReference implements ParameterReference<Kind> {
    }

    /** Whether near duplicates count. */
    static final class Near implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.NEAR);
        }
    }

    /** Whether there is a reference. */
    static final class HasReference extends Connected {
        HasReference() {
            super(1);
        }
    }

    /** Refers to "Compare labels". */
    static final class LabelsReference implements BooleanReference {
    }

    @Widget(title = "Image column", description = "The column with the images.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Image column of the reference", description = """
            The column with the images of the reference; without a choice the first one.
            """)
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    @Effect(predicate = HasReference.class, type = EffectType.SHOW)
    String m_referenceColumn = "";

    @Widget(title = "Duplicates", description = "Which images count as duplicates.")
    @ValueReference(KindReference.class)
    @ValueSwitchWidget
    Kind m_kind = Kind.NEAR;

    @Widget(title = "Maximum hash distance (bits, 0-64)", description = """
            In how many of their 64 bits the hashes of near duplicates may differ; a small number such as 4.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo64.class)
    @Effect(predicate = Near.class, type = EffectType.SHOW)
    int m_maximumDistance = 4;

    @Widget(title = "Maximum gray difference (0-255)", description = """
            By how many gray values the thumbnails of near duplicates may differ on average.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo255.class)
    @Effect(predicate = Near.class, type = EffectType.SHOW)
    double m_maximumGreyDifference = 3;

    @Widget(title = "Compare labels", description = """
            Appends the labels of both images to the duplicates and warns of duplicates with different labels: one of
            them must be wrong.
            """)
    @ValueReference(LabelsReference.class)
    boolean m_compareLabels;

    @Widget(title = "Label column", description = """
            The column with the class of each image; in the reference the column of the same name counts.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = LabelsReference.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    ImageDuplicateFinderNodeParameters() {
    }

    ImageDuplicateFinderNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings. */
    DuplicateSettings toSettings() {
        return new DuplicateSettings(m_kind == Kind.NEAR, m_maximumDistance, m_maximumGreyDifference);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
