// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.picture.Fonts;
import org.frugalvision.engine.report.Comparison;
import org.frugalvision.engine.report.FrugalityReport;
import org.frugalvision.engine.report.Measure;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Frugality Report does. */
final class FrugalityReportNode {

    private FrugalityReportNode() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final FrugalityReportNodeParameters parameters = in.getParameters();
        parameters.validate();
        boolean networks = false;
        for (final PortObjectSpec spec : in.getInPortSpecs()) {
            if (spec instanceof DataTableSpec table) {
                ResultTables.check(table);
            } else {
                ((NetworkPortObjectSpec)spec).checkTrained();
                networks = true;
            }
        }
        out.setOutSpecs(
            new PortObjectSpec[]{ReportTable.spec(networks), new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final FrugalityReportNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> {
            final var tables = new ResultTables();
            final List<Network> networks = new ArrayList<>();
            for (final PortObject object : in.getInPortObjects()) {
                if (object instanceof NetworkPortObject network) {
                    networks.add(network.network());
                } else {
                    tables.add((BufferedDataTable)object);
                }
            }
            tables.warnings().forEach(warnings::add);
            final List<Comparison> rows = FrugalityReport.of(tables.results(), parameters.toSettings());
            warn(rows, warnings);
            Optional<Footprints> footprints = Optional.empty();
            if (!networks.isEmpty()) {
                footprints = Optional.of(Footprints.of(networks, tables.networks(), parameters.m_batchSize, run));
                footprints.flatMap(Footprints::warning).ifPresent(warnings::add);
            }
            return new PortObject[]{ReportTable.create(rows, footprints, context),
                ReportPicture.of(rows, footprints)};
        }));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static void warn(final List<Comparison> rows, final List<String> warnings) {
        final Comparison first = rows.get(0);
        if (rows.size() == 1) {
            warnings.add("There is only one result, so that nothing is compared.");
        }
        if (rows.stream().anyMatch(row -> row.result().images() != first.result().images())) {
            warnings.add("The results are of different numbers of test images: compare them with care.");
        }
        final List<String> unknown = rows.stream()
            .filter(row -> Arrays.stream(Measure.values()).allMatch(cost -> cost.of(row.result().cost()).isEmpty()))
            .map(row -> row.result().name()).toList();
        if (!unknown.isEmpty()) {
            warnings.add("Nothing is known of the cost of %s: connect the network to its scorer."
                .formatted(Wording.some(unknown)));
        }
        final OptionalDouble base = first.settings().measure().of(first.baseline().cost());
        if (base.isEmpty() || base.getAsDouble() == 0) {
            warnings.add("The %s of the baseline \"%s\" are %s, so that nothing is relative to them.".formatted(
                first.settings().measure().noun(), first.baseline().name(), base.isEmpty() ? "not known" : "0"));
        }
        if (!Fonts.present()) {
            warnings.add("The picture has no text, because Java finds no fonts on this machine.");
        }
    }
}
