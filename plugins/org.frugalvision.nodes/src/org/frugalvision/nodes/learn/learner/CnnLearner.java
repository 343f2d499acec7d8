// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Architectures;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Trainer;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.ImageTable;
import org.frugalvision.nodes.table.Skipped;
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

    private static final int TABLE = 1;

    /** Decoding the images is a small part of the work. */
    private static final double DECODED = 0.05;

    private CnnLearner() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnLearnerNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        final DataTableSpec table = in.getInTableSpec(TABLE);
        parameters.validate();
        Columns.image(table, parameters.m_imageColumn);
        final int labels = Columns.label(table, parameters.m_labelColumn);
        final Optional<List<String>> classes = Classes.known(table.getColumnSpec(labels));
        if (classes.isPresent()) {
            final Optional<Message> problem = otherClasses(network, classes.get());
            if (problem.isPresent()) {
                throw problem.get().toInvalidSettingsException();
            }
        }
        out.setOutSpecs(new PortObjectSpec[]{
            classes.map(known -> NetworkPortObjectSpec.trained(network.architecture(), known)).orElse(null),
            EpochTable.spec(), CostTable.spec()});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnLearnerNodeParameters parameters = in.getParameters();
        final NetworkPortObject start = in.getInPortObject(NETWORK);
        final BufferedDataTable table = in.getInTable(TABLE);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Skipped");
        final FitResult result = EngineCall.execute(context, run -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final ImageSet images = ImageTable.labelled(table, Columns.image(spec, parameters.m_imageColumn),
                Columns.label(spec, parameters.m_labelColumn), skipped, run.part(0, DECODED));
            try {
                return fit(start, images, parameters.toSettings(), run.part(DECODED, 1));
            } finally {
                images.discard();
            }
        });
        final Network network = result.network();
        out.setOutData(new PortObject[]{
            NetworkPortObject.trained(
                NetworkPortObjectSpec.trained(start.getSpec().architecture(), network.classes()), network, context),
            EpochTable.create(result.epochs(), context), CostTable.create(network.history().ledger(), context)});
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static FitResult fit(final NetworkPortObject start, final ImageSet images, final TrainingSettings settings,
        final RunControl run) throws CanceledException, KNIMEException {
        final Network network;
        if (start.getSpec().isTrained()) {
            final Optional<Message> problem = otherClasses(start.getSpec(), images.classes());
            if (problem.isPresent()) {
                throw KNIMEException.of(problem.get());
            }
            network = start.network();
        } else {
            final var architecture = Architectures.create(start.getSpec().architecture());
            network = Network.initialise(architecture.build(images.shape(), images.classes().size()),
                images.classes(), Seeds.of(settings.seed()).named("initialise"));
        }
        return Trainer.fit(network, images, Optional.empty(), settings, List.of(), run);
    }

    private static Optional<Message> otherClasses(final NetworkPortObjectSpec network, final List<String> classes) {
        if (!network.isTrained() || network.classes().equals(classes)) {
            return Optional.empty();
        }
        return Optional.of(Message.fromSummaryWithResolution(
            "The classes of the table must be those of the network, %s, but are %s."
                .formatted(network.classes(), classes),
            "Train an untrained network from a CNN Architecture node instead.",
            "Give the label column the possible values of the network with a Domain Calculator."));
    }
}
