// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.pruner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.picture.Curve;
import org.frugalvision.engine.picture.LineChart;
import org.frugalvision.engine.prune.Pruning;
import org.frugalvision.engine.prune.PruningResult;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObjectSpec;
import org.frugalvision.nodes.table.LabelledTables;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.CostTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Pruner does. */
final class CnnPruner {

    private static final int NETWORK = 0;

    private static final int TRAINING = 1;

    private static final int VALIDATION = 2;

    private static final int RECIPE = 3;

    /** Decoding the images is a small part of the work. */
    private static final double DECODED = 0.05;

    private static final double MILLION = 1e6;

    private CnnPruner() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnPrunerNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        final DataTableSpec validation = in.getInPortSpec(VALIDATION);
        final TrainingRecipePortObjectSpec recipe = in.getInPortSpec(RECIPE);
        parameters.validate();
        network.checkTrained();
        network.checkOneClass();
        if (recipe != null) {
            EngineCall.configure(recipe::recipe);
        }
        if (parameters.m_rollback && validation == null) {
            throw Message.fromSummaryWithResolution(
                "\"Roll back\" needs validation images, but there is no table of them.",
                "Connect a table to the port \"Validation images\".", "Switch \"Roll back\" off.")
                .toInvalidSettingsException();
        }
        LabelledTables.check(in.getInTableSpec(TRAINING), validation, parameters.m_imageColumn,
            parameters.m_labelColumn);
        out.setOutSpecs(new PortObjectSpec[]{
            NetworkPortObjectSpec.trained(network.architecture(), network.classes()), StepTable.spec(),
            CostTable.spec(), new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnPrunerNodeParameters parameters = in.getParameters();
        final Network network = in.<NetworkPortObject>getInPortObject(NETWORK).network();
        final BufferedDataTable validation = in.getInPortObject(VALIDATION);
        final TrainingRecipePortObject recipe = in.getInPortObject(RECIPE);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final PruningSettings settings = parameters.toSettings();
        final PruningResult result = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            try (var images = LabelledTables.read(in.getInTable(TRAINING), validation, parameters.m_imageColumn,
                parameters.m_labelColumn, warnings, run.part(0, DECODED))) {
                return new Pruning(network, images.first(), images.validation(), settings, parameters.fineTuning(),
                    recipe == null ? Recipe.NONE : recipe.getSpec().recipe()).prune(run.part(DECODED, 1));
            }
        });
        warnings.addAll(result.warnings());
        out.setOutData(new PortObject[]{NetworkPortObject.trained(result.network(), context),
            StepTable.create(result, criterion(settings), context),
            CostTable.create(result.network().history().ledger(), context), picture(result)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static String criterion(final PruningSettings settings) {
        return settings.removed() == Removed.CHANNELS ? settings.info().label() : "Absolute values";
    }

    /** Accuracy against multiply-adds; without validation images, parameters. */
    private static ImagePortObject picture(final PruningResult result) {
        final List<Curve> accuracies = new ArrayList<>();
        if (result.steps().get(0).after().isPresent()) {
            accuracies.add(curve("Accuracy", result, step -> step.after().getAsDouble()));
            accuracies.add(curve("before fine-tuning", result, step -> step.before().getAsDouble()).asDashed());
        }
        final Curve parameters = curve("Parameters", result, PruningResult.Step::parameters);
        final byte[] png = new LineChart("Pruning", "Multiply-adds of an image (million)", "Accuracy", accuracies,
            "Parameters", List.of(parameters), OptionalInt.empty()).png();
        return new ImagePortObject(new PNGImageContent(png), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    /** From the smallest network to the whole one. */
    private static Curve curve(final String name, final PruningResult result,
        final ToDoubleFunction<PruningResult.Step> value) {
        final List<PruningResult.Step> steps = new ArrayList<>(result.steps());
        Collections.reverse(steps);
        return new Curve(name, steps.stream().mapToDouble(step -> step.multiplyAdds() / MILLION).toArray(),
            steps.stream().mapToDouble(value).toArray(), false);
    }
}
