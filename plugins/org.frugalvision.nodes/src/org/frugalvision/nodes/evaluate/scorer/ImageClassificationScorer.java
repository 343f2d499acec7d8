// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.McNemar;
import org.frugalvision.engine.evaluate.WorstMistakes;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.picture.ConfusionChart;
import org.frugalvision.engine.picture.Fonts;
import org.frugalvision.engine.picture.ReliabilityChart;
import org.frugalvision.engine.picture.RocChart;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageTypes;
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
        final var classes = KnownClasses.expected(table, label(table, parameters), prediction(table, parameters));
        second(table, parameters);
        if (costs != null) {
            CostTable.check(costs, "Further costs");
        }
        if (earlier != null) {
            OverallTable.checkEarlier(earlier);
        }
        final var picture = new ImagePortObjectSpec(PNGImageContent.TYPE);
        // where KNIME does not know the classes yet, it does not know the columns of the confusion table
        out.setOutSpecs(new PortObjectSpec[]{ClassTable.spec(), OverallTable.spec(), picture,
            classes.map(ConfusionTable::spec).orElse(null), MistakeTable.spec(table, image(table, parameters)), picture,
            picture, ComparisonTable.spec()});
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
            final DataTableSpec spec = table.getDataTableSpec();
            LabelColumn.check(table, parameters.m_labelColumn, warnings);
            final var predictions = new Predictions(table, label(spec, parameters), prediction(spec, parameters));
            final var mistakes = new WorstMistakes(parameters.m_mistakes);
            final Evaluation evaluation = evaluate(table, predictions, mistakes, warnings, run.part(0, 0.6));
            final Optional<CostLedger> ledger = ledger(network, costs);
            final String name = parameters.m_resultName;
            ConfusionTable.warning(predictions.classes()).ifPresent(warnings::add);
            if (!Fonts.present()) {
                warnings.add("The pictures have no text, because Java finds no fonts on this machine.");
            }
            out.setInternalData(ConfusedImages.kept(table, label(spec, parameters), prediction(spec, parameters),
                image(spec, parameters), context, run.part(0.6, 0.7)));
            return new PortObject[]{ClassTable.create(evaluation, context),
                OverallTable.create(name, evaluation, predictions.top(), ledger,
                    network == null ? Optional.empty() : Optional.of(network.network()), Optional.ofNullable(earlier),
                    context),
                picture(ConfusionChart.png(name, evaluation)),
                ConfusionTable.create(predictions.classes(), evaluation.confusion(), context),
                MistakeTable.create(table, image(spec, parameters), predictions.classes().all(), mistakes, context,
                    run.part(0.7, 0.8)),
                picture(ReliabilityChart.png(name, evaluation)), picture(RocChart.png(name, evaluation)),
                compare(table, parameters, warnings, context, run.part(0.8, 1))};
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static Evaluation evaluate(final BufferedDataTable table, final Predictions predictions,
        final WorstMistakes mistakes, final List<String> warnings, final RunControl run) throws CanceledException {
        final var skipped = new Skipped("Skipped");
        final Evaluation evaluation = predictions.evaluate(mistakes, skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        ClassName.alike(evaluation.classes()).ifPresent(warnings::add);
        warn(predictions.unknown(evaluation), "The network does not know the class %s; its images count as predicted "
            + "wrong.", "The network does not know the classes %s; their images count as predicted wrong.", warnings);
        warn(evaluation.missingClasses(), "The class %s has no image and is left out of balanced accuracy and AUC.",
            "The classes %s have no image and are left out of balanced accuracy and AUC.", warnings);
        if (predictions.lackProbabilities()) {
            warnings.add(("Everything that needs probabilities is missing, because the table has no columns \"%s\" and "
                + "so on that belong to the prediction column.").formatted(predictions.wantedColumn()));
        }
        final int listed = mistakes.kept().size();
        if (listed < mistakes.count()) {
            warnings.add("The table of mistakes lists the worst %s of %s.".formatted(Wording.value(listed),
                Wording.value(mistakes.count())));
        }
        return evaluation;
    }

    private static BufferedDataTable compare(final BufferedDataTable table,
        final ImageClassificationScorerNodeParameters parameters, final List<String> warnings,
        final ExecutionContext context, final RunControl run) throws CanceledException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final OptionalInt second = second(spec, parameters);
        if (second.isEmpty()) {
            return ComparisonTable.create(parameters.m_resultName, Optional.empty(), "", "", context);
        }
        final var pairs = new PairedPredictions(table, label(spec, parameters), prediction(spec, parameters),
            second.getAsInt());
        final var skipped = new Skipped("Did not compare");
        final McNemar test = pairs.compare(skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        return ComparisonTable.create(parameters.m_resultName, Optional.of(test).filter(one -> one.images() > 0),
            pairs.name(pairs.first()), pairs.name(pairs.second()), context);
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

    private static ImagePortObject picture(final byte[] png) {
        return new ImagePortObject(new PNGImageContent(png), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    /** The column of images, if one is chosen or the table has one. */
    private static OptionalInt image(final DataTableSpec table,
        final ImageClassificationScorerNodeParameters parameters) throws InvalidSettingsException {
        return parameters.m_imageColumn.isEmpty() && ImageTypes.firstColumn(table).isEmpty() ? OptionalInt.empty()
            : OptionalInt.of(Columns.image(table, parameters.m_imageColumn));
    }

    /** The column of other predictions, if one is chosen. */
    private static OptionalInt second(final DataTableSpec table,
        final ImageClassificationScorerNodeParameters parameters) throws InvalidSettingsException {
        return parameters.m_secondPredictionColumn.isEmpty() ? OptionalInt.empty()
            : OptionalInt.of(Columns.find(table, parameters.m_secondPredictionColumn, "Second prediction column",
                "strings", StringValue.class));
    }

    private static int label(final DataTableSpec table, final ImageClassificationScorerNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.label(table, parameters.m_labelColumn);
    }

    private static int prediction(final DataTableSpec table, final ImageClassificationScorerNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.prediction(table, parameters.m_predictionColumn);
    }
}
