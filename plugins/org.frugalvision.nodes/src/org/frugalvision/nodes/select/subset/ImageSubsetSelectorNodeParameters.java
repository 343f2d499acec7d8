// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.List;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
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
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Subset Selector. */
@LoadDefaultsForAbsentFields
final class ImageSubsetSelectorNodeParameters implements NodeParameters {

    private static final double ALL = 100;

    /** How the budget is given. */
    enum BudgetUnit {
            @Label(value = "Images", description = "A number of images.")
            IMAGES, //
            @Label(value = "Percent", description = "A share of the images of the input, rounded to the nearest image.")
            PERCENT;
    }

    /** The ids of the registered methods. */
    static final class Methods implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return Selectors.infos().stream().map(info -> info.id()).toList();
        }
    }

    /** Refers to the unit of the budget. */
    static final class BudgetUnitReference implements ParameterReference<BudgetUnit> {
    }

    /** Whether the budget is given as a number of images. */
    static final class InImages implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(BudgetUnitReference.class).isOneOf(BudgetUnit.IMAGES);
        }
    }

    @Widget(title = "Image column", description = """
            The column with the images (PNG); only methods that look at them read it.
            """)
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = """
            The column with the class of each image; only methods that need labels read it.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_labelColumn = "";

    @Widget(title = "Method", description = "How the images are chosen; the node description tells the methods apart.")
    @ChoicesProvider(Methods.class)
    String m_method = "stratified-random";

    @Widget(title = "Budget in", description = "Whether the budget is a number of images or a share of them.")
    @ValueReference(BudgetUnitReference.class)
    @ValueSwitchWidget
    BudgetUnit m_budgetUnit = BudgetUnit.IMAGES;

    @Widget(title = "Budget", description = "How many images are chosen.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = InImages.class, type = EffectType.SHOW)
    int m_budget = 1000;

    @Widget(title = "Budget (%)", description = "Which share of the images is chosen, above 0 and at most 100 percent.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = InImages.class, type = EffectType.HIDE)
    double m_budgetPercent = 20;

    @Widget(title = "Seed", description = "Decides every random choice: the same seed chooses the same images.")
    int m_seed;

    @Widget(title = "Append rank and score", description = """
            Appends to the selected images the order in which they were chosen, from 1, and the method's score.
            """)
    @Advanced
    boolean m_appendRank;

    ImageSubsetSelectorNodeParameters() {
    }

    ImageSubsetSelectorNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what cannot be selected. */
    SelectionSettings toSettings() {
        if (m_budgetUnit == BudgetUnit.PERCENT && !(m_budgetPercent > 0 && m_budgetPercent <= ALL)) {
            throw new SettingsException("Budget (%)", "must be above 0 and at most 100", m_budgetPercent,
                "Enter a percentage such as 20.");
        }
        return new SelectionSettings(m_method,
            m_budgetUnit == BudgetUnit.IMAGES ? new Budget.Images(m_budget) : new Budget.Share(m_budgetPercent / ALL),
            m_seed);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
