// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.picture.ConfusionChart;
import org.frugalvision.engine.picture.Fonts;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Classification Scorer does. */
final class ImageClassificationScorer {

    private static final int PREDICTIONS = 0;

    private static final int NETWORK = 1;

    private static final int COSTS = 2;

    private static final int EARLIER = 3;

    private ImageClassificationScorer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageClassificationScorerNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInPortSpec(PREDICTIONS);
        final DataTableSpec costs = in.getInPortSpec(COSTS);
        final DataTableSpec earlier = in.getInPortSpec(EARLIER);
        parameters.validate();
        label(table, parameters);
        prediction(table, parameters);
        if (costs != null) {
            CostTable.check(costs);
        }
        if (earlier != null) {
            OverallTable.checkEarlier(earlier);
        }
        out.setOutSpecs(new PortObjectSpec[]{ClassTable.spec(), OverallTable.spec(),
            new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageClassificationScorerNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInPortObject(PREDICTIONS);
        final NetworkPortObject network = in.getInPortObject(NETWORK);
        final BufferedDataTable costs = in.getInPortObject(COSTS);
        final BufferedDataTable earlier = in.getInPortObject(EARLIER);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            final Evaluation evaluation = evaluate(table, parameters, warnings, run);
            final Optional<CostLedger> ledger = ledger(network, costs);
            return new PortObject[]{ClassTable.create(evaluation, context),
                OverallTable.create(parameters.m_resultName, evaluation, ledger, Optional.ofNullable(earlier), context),
                picture(parameters.m_resultName, evaluation, warnings)};
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
        out.setInternalData(EngineCall.execute(context,
            run -> ConfusedImages.kept(table, label(table.getDataTableSpec(), parameters),
                prediction(table.getDataTableSpec(), parameters), context, run)));
    }

    private static Evaluation evaluate(final BufferedDataTable table,
        final ImageClassificationScorerNodeParameters parameters, final List<String> warnings, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        LabelColumn.check(table, parameters.m_labelColumn, warnings);
        final var skipped = new Skipped("Skipped");
        final var predictions = new Predictions(table, label(table.getDataTableSpec(), parameters),
            prediction(table.getDataTableSpec(), parameters));
        final Evaluation evaluation = predictions.evaluate(skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        ClassName.alike(evaluation.classes()).ifPresent(warnings::add);
        warn(predictions.unknown(evaluation), "The network does not know the class %s; its images count as predicted "
            + "wrong.", "The network does not know the classes %s; their images count as predicted wrong.", warnings);
        warn(evaluation.missingClasses(), "The class %s has no image and is left out of balanced accuracy and AUC.",
            "The classes %s have no image and are left out of balanced accuracy and AUC.", warnings);
        if (predictions.lackProbabilities()) {
            warnings.add(("AUC and log loss are missing, because the table has no columns \"%s\" and so on that belong "
                + "to the prediction column.").formatted(predictions.wantedColumn()));
        }
        return evaluation;
    }

    private static void warn(final List<String> classes, final String one, final String several,
        final List<String> warnings) {
        if (!classes.isEmpty()) {
            warnings.add((classes.size() == 1 ? one : several).formatted(Wording.some(classes)));
        }
    }

    private static Optional<CostLedger> ledger(final NetworkPortObject network, final BufferedDataTable costs)
        throws KNIMEException {
        Optional<CostLedger> ledger = Optional.empty();
        if (network != null) {
            ledger = Optional.of(network.network().history().ledger());
        }
        if (costs != null) {
            ledger = Optional.of(ledger.orElse(CostLedger.empty()).union(CostTable.read(costs)));
        }
        return ledger;
    }

    private static ImagePortObject picture(final String name, final Evaluation evaluation,
        final List<String> warnings) {
        if (!Fonts.present()) {
            warnings.add("The picture has no text, because Java finds no fonts on this machine.");
        }
        return new ImagePortObject(new PNGImageContent(ConfusionChart.png(name, evaluation)),
            new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    private static int label(final DataTableSpec table, final ImageClassificationScorerNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.label(table, parameters.m_labelColumn);
    }

    private static int prediction(final DataTableSpec table, final ImageClassificationScorerNodeParameters parameters)
        throws InvalidSettingsException {
        if (!parameters.m_predictionColumn.isEmpty()) {
            return Columns.find(table, parameters.m_predictionColumn, "Prediction column", "strings",
                StringValue.class);
        }
        for (int i = 0; i < table.getNumColumns(); i++) {
            if (table.getColumnSpec(i).getName().startsWith("Prediction")
                && table.getColumnSpec(i).getType().isCompatible(StringValue.class)) {
                return i;
            }
        }
        throw new InvalidSettingsException("\"Prediction column\" must be a column of the table, but none has a name "
            + "that begins with \"Prediction\".");
    }
}
