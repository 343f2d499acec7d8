// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FolderPaths;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.LabelledTables;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Learner does. */
final class CnnLearner {

    private static final int NETWORK = 0;

    private static final int TRAINING = 1;

    private static final int VALIDATION = 2;

    private static final int RECIPE = 3;

    /** Decoding the images is a small part of the work. */
    private static final double DECODED = 0.05;

    private CnnLearner() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnLearnerNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        final DataTableSpec training = in.getInTableSpec(TRAINING);
        final DataTableSpec validation = in.getInPortSpec(VALIDATION);
        final TrainingRecipePortObjectSpec recipe = in.getInPortSpec(RECIPE);
        final Recipe methods = recipe == null ? Recipe.NONE : EngineCall.configure(recipe::recipe);
        parameters.validate();
        final ImageColumns columns = LearnerColumns.of(training, parameters, methods.columns());
        LearnerColumns.check(training, columns, parameters, methods);
        if (validation != null) {
            LearnerColumns.in(training, columns, validation);
        } else if (parameters.m_stopping.m_early) {
            throw Message.fromSummaryWithResolution(
                "\"Early stopping\" needs validation images, but there is no table of them.",
                "Connect a table to the port \"Validation images\".", "Switch \"Early stopping\" off.")
                .toInvalidSettingsException();
        }
        final Optional<List<String>> classes = Classes.known(training.getColumnSpec(columns.label().getAsInt()));
        final Optional<List<String>> learned = classes.isEmpty() || !network.isTrained() ? classes
            : Optional.of(learned(network, classes.get()));
        out.setOutSpecs(new PortObjectSpec[]{
            learned.map(known -> NetworkPortObjectSpec.trained(network.architecture(), known)).orElse(null),
            EpochTable.spec(validation != null, methods.measures()), CostTable.spec(), LearningCurve.spec(),
            methods.methods().isEmpty() ? OutcomeTable.spec(List.of()) : null});
    }

    /** Other classes replace those of the network; the same in another order keep its own. */
    private static List<String> learned(final NetworkPortObjectSpec network, final List<String> classes) {
        return network.labelling() == Labelling.ONE && StartingNetwork.sameClasses(network.classes(), classes)
            ? network.classes() : classes;
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnLearnerNodeParameters parameters = in.getParameters();
        final NetworkPortObject start = in.getInPortObject(NETWORK);
        final BufferedDataTable training = in.getInTable(TRAINING);
        final BufferedDataTable validation = in.getInPortObject(VALIDATION);
        final TrainingRecipePortObject recipe = in.getInPortObject(RECIPE);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final FitResult result = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            final Recipe methods = recipe == null ? Recipe.NONE : recipe.getSpec().recipe();
            try (var images = read(training, validation, parameters, methods, warnings, run.part(0, DECODED))) {
                otherClasses(start.getSpec(), images.first()).ifPresent(warnings::add);
                return fit(start, images, parameters, methods, run.part(DECODED, 1));
            }
        });
        warnings.addAll(result.warnings());
        final Network network = result.network();
        final BufferedDataTable epochs = EpochTable.create(result.epochs(), validation != null,
            recipe == null ? List.of() : recipe.getSpec().recipe().measures(), context);
        out.setInternalData(epochs);
        out.setOutData(new PortObject[]{
            NetworkPortObject.trained(network, context),
            epochs,
            CostTable.create(network.history().ledger(), result.estimate().cost(), context),
            LearningCurve.create(result),
            OutcomeTable.create(result, context)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** The images, with what the methods of the recipe must know about each. */
    private static LabelledTables read(final BufferedDataTable training, final BufferedDataTable validation,
        final CnnLearnerNodeParameters parameters, final Recipe recipe, final List<String> warnings,
        final RunControl run) throws CanceledException, InvalidSettingsException {
        LabelColumn.check(training, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS, warnings);
        final DataTableSpec spec = training.getDataTableSpec();
        final ImageColumns columns = LearnerColumns.of(spec, parameters, recipe.columns());
        return LabelledTables.read(training, columns, validation, validation == null ? Optional.empty()
            : Optional.of(LearnerColumns.in(spec, columns, validation.getDataTableSpec())), warnings, run);
    }

    /** Said, because a class that is missing by mistake would do it, too. */
    private static Optional<String> otherClasses(final NetworkPortObjectSpec network, final ImageSet images) {
        final List<String> classes = images.classes();
        if (network.isTrained() && network.labelling() != Labelling.of(images)) {
            return Optional.of(network.labelling() == Labelling.ONE
                ? "The network told one class per image, but the table has lists of labels, so its last layer was "
                    + "made anew."
                : "The network told several labels per image, but the table has one class each, so its last layer was "
                    + "made anew.");
        }
        return !network.isTrained() || StartingNetwork.sameClasses(network.classes(), classes) ? Optional.empty()
            : Optional.of(("The network knew other classes (%s) than the table has (%s), so its last layer was made"
                + " anew.").formatted(Wording.some(network.classes()), Wording.some(classes)));
    }

    private static FitResult fit(final NetworkPortObject start, final LabelledTables images,
        final CnnLearnerNodeParameters parameters, final Recipe recipe, final RunControl run)
        throws CanceledException, KNIMEException {
        final TrainingSettings settings = parameters.toSettings();
        final Network network = start.getSpec().isTrained()
            ? StartingNetwork.trained(start.network(), images.first(), settings.seed())
            : StartingNetwork.untrained(start.getSpec().architecture(), start.getSpec().options(), images.first(),
                settings.seed());
        return new Training(network, images.first(), images.validation(), settings, recipe,
            checkpoints(parameters)).fit(run);
    }

    private static Optional<Path> checkpoints(final CnnLearnerNodeParameters parameters) throws KNIMEException {
        return parameters.m_checkpointFolder == null || parameters.m_checkpointFolder.isBlank() ? Optional.empty()
            : Optional.of(FolderPaths.target("Checkpoint folder", parameters.m_checkpointFolder));
    }
}
