// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.protocol.Budgets;
import org.frugalvision.engine.protocol.CurveSettings;
import org.frugalvision.engine.protocol.CurveSettings.Mode;
import org.frugalvision.engine.protocol.CurveTraining;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the Budget Curve. */
@LoadDefaultsForAbsentFields
final class BudgetCurveNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How networks are trained. */
    @Section(title = "Training")
    interface TrainingSection {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    @After(TrainingSection.class)
    interface ExecutionSection {
    }

    /** Mirrors {@link Mode}. */
    enum Growth {
            @Label(value = "Each budget anew", description = """
                Every budget is chosen from all images, and methods may look at all labels.
                """)
            SUBSETS, //
            @Label(value = "Rounds of labeling", description = """
                The network of one budget chooses more images for the next, and only chosen images show their labels.
                Every round trains from the start.
                """)
            ROUNDS, //
            @Label(value = "Rounds, trained on", description = """
                The same, but every round goes on with the network of the round before.
                """)
            CONTINUED_ROUNDS;
    }

    /** Refers to how budgets grow. */
    static final class GrowthReference implements ParameterReference<Growth> {
    }

    /** Whether there are rounds. */
    static final class InRounds implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(GrowthReference.class).isOneOf(Growth.ROUNDS, Growth.CONTINUED_ROUNDS);
        }
    }

    /** The registered updaters. */
    static final class Optimizers extends MethodChoices {
        Optimizers() {
            super(Updaters::infos);
        }
    }

    @Widget(title = "Image column", description = "The column with the images. All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Methods", description = """
            What is compared, each with its usual settings; random is always there.
            """)
    @ArrayWidget(addButtonText = "Add method", elementTitle = "Method", showSortButtons = true)
    MethodParameters[] m_methods = {MethodParameters.of("stratified-random")};

    @Widget(title = "Budgets", description = """
            Numbers of images or percentages of them, separated by commas, for example "50, 100, 10 %".
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_budgets = "50, 100, 200";

    @Widget(title = "Repeats", description = """
            How often everything is done, each time with other random numbers; differences need three or more.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToHundred.class)
    int m_repeats = 3;

    @Widget(title = "From budget to budget", description = "Where the images of a larger budget come from.")
    @ValueReference(GrowthReference.class)
    Growth m_growth = Growth.SUBSETS;

    @Widget(title = "First images", description = """
            Which method chooses the images of the first round; it needs neither labels nor a network.
            """)
    @ChoicesProvider(MethodParameters.Methods.class)
    @Effect(predicate = InRounds.class, type = EffectType.SHOW)
    String m_initial = CurveSettings.BASELINE;

    @Widget(title = "Updates", description = """
            How many steps every training takes, whatever the number of images, so that only the images differ. They are
            rounded up to whole epochs.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    @Layout(TrainingSection.class)
    int m_updates = 300;

    @Widget(title = "Batch size", description = "Images per update; where there are fewer, all of them.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo65536.class)
    @Layout(TrainingSection.class)
    int m_batchSize = 32;

    @Widget(title = "Optimizer", description = """
            How the gradient of a batch changes the weights; the node description tells the optimizers apart.
            """)
    @ChoicesProvider(Optimizers.class)
    @Layout(TrainingSection.class)
    String m_updater = UpdaterSettings.DEFAULT.updater().method();

    @Widget(title = "Learning rate", description = """
            How far each step goes. Lower it when the loss becomes infinite or jumps.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    @Layout(TrainingSection.class)
    double m_learningRate = TrainingSettings.DEFAULT.learningRate();

    @Widget(title = "Seed", description = "Decides every random choice: the same seed gives the same curves.")
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    @Widget(title = "Checkpoint folder (empty = none)", description = """
            A folder in which finished trainings are kept, so that a node that was interrupted goes on from there. It is
            created if missing.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/checkpoints")
    @Layout(ExecutionSection.class)
    String m_checkpointFolder = "";

    BudgetCurveNodeParameters() {
    }

    BudgetCurveNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** What is compared; the engine refuses what cannot be. */
    CurveSettings toSettings() {
        return new CurveSettings(Arrays.stream(m_methods).map(method -> Selectors.settings(method.m_method)).toList(),
            new Budgets(m_budgets), m_repeats, Mode.valueOf(m_growth.name()), Selectors.settings(m_initial), m_seed);
    }

    /** How networks are trained. */
    CurveTraining toTraining(final Optional<Network> start, final String architecture,
        final ArchitectureOptions options, final List<Choice> recipe) {
        final var settings = new TrainingSettings(1, m_batchSize, m_learningRate, m_seed, true, m_threads,
            new UpdaterSettings(Updaters.settings(m_updater), 0, 0), ScheduleSettings.DEFAULT, ClassWeights.NONE,
            StoppingSettings.DEFAULT);
        return new CurveTraining(start, architecture, options, m_updates, m_batchSize, settings, recipe);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(() -> toTraining(Optional.empty(), "lenet", ArchitectureOptions.DEFAULT, List.of()));
    }
}
