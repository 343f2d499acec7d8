// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.picture.ErrorBarChart;
import org.frugalvision.engine.picture.ErrorBarChart.Line;
import org.frugalvision.engine.protocol.BudgetCurve;
import org.frugalvision.engine.protocol.CurveOutcome;
import org.frugalvision.engine.protocol.CurveSummary;
import org.frugalvision.engine.protocol.CurveTraining;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FolderPaths;
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

/** What the Budget Curve does. */
final class BudgetCurveNode {

    private static final int NETWORK = 0;

    private static final int IMAGES = 1;

    private static final int TEST = 2;

    private static final int JUDGE = 3;

    private static final int RECIPE = 4;

    /** Decoding the images is a small part of the work. */
    private static final double DECODED = 0.02;

    private BudgetCurveNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final BudgetCurveNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec judge = in.getInPortSpec(JUDGE);
        parameters.validate();
        CurveImages.check(in.getInTableSpec(IMAGES), in.getInTableSpec(TEST), parameters);
        if (judge != null && !judge.isTrained()) {
            throw Message.fromSummaryWithResolution("\"Network to choose with\" must be trained, but is not.",
                "Connect the output of a CNN Learner or CNN Reader.").toInvalidSettingsException();
        }
        if (judge != null) {
            judge.checkOneClass();
        }
        final PortObjectSpec outcomes = CurveTables.outcomes();
        out.setOutSpecs(outcomes, CurveTables.summary(), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final BudgetCurveNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final List<CurveOutcome> outcomes = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            try (var images = CurveImages.read(in.getInTable(IMAGES), in.getInTable(TEST), parameters, warnings,
                run.part(0, DECODED))) {
                return compare(in, parameters, images, run.part(DECODED, 1));
            }
        });
        final List<CurveSummary> summaries = CurveSummary.of(outcomes);
        final BufferedDataTable summary = CurveTables.summary(summaries, context);
        out.setInternalData(summary);
        out.setOutData(new PortObject[]{CurveTables.outcomes(outcomes, context), summary, picture(summaries)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static List<CurveOutcome> compare(final ExecuteInput in, final BudgetCurveNodeParameters parameters,
        final CurveImages images, final RunControl run) throws CanceledException, KNIMEException {
        final NetworkPortObject network = in.getInPortObject(NETWORK);
        final NetworkPortObject judge = in.getInPortObject(JUDGE);
        final TrainingRecipePortObject recipe = in.getInPortObject(RECIPE);
        final List<Choice> methods =
            recipe == null ? List.of() : ((TrainingRecipePortObjectSpec)recipe.getSpec()).steps();
        final NetworkPortObjectSpec spec = network.getSpec();
        final CurveTraining training =
            parameters.toTraining(spec.isTrained() ? Optional.of(network.network()) : Optional.empty(),
                spec.architecture(), spec.options(), methods);
        return new BudgetCurve(images.pool(), images.test(), parameters.toSettings(), training,
            judge == null ? Optional.empty() : Optional.of(judge.network()), folder(parameters)).run(run);
    }

    private static Optional<Path> folder(final BudgetCurveNodeParameters parameters) throws KNIMEException {
        return parameters.m_checkpointFolder == null || parameters.m_checkpointFolder.isBlank() ? Optional.empty()
            : Optional.of(FolderPaths.target("Checkpoint folder", parameters.m_checkpointFolder));
    }

    private static ImagePortObject picture(final List<CurveSummary> summaries) {
        final List<Line> lines = summaries.stream().map(CurveSummary::method).distinct().map(method -> {
            final List<CurveSummary> own =
                summaries.stream().filter(summary -> summary.method().equals(method)).toList();
            return new Line(Selectors.info(method.method()).label(),
                own.stream().mapToDouble(CurveSummary::budget).toArray(),
                own.stream().mapToDouble(CurveSummary::accuracy).toArray(),
                own.stream().mapToDouble(summary -> summary.deviation().orElse(0)).toArray());
        }).toList();
        final var chart = new ErrorBarChart("Accuracy by budget (bars: one standard deviation over "
            + "%d repeats)".formatted(summaries.get(0).repeats()), "Images", "Accuracy on test images", lines);
        return new ImagePortObject(new PNGImageContent(chart.png()), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }
}
