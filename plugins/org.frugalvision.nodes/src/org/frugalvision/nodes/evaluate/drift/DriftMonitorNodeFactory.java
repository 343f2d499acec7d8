// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import org.frugalvision.engine.drift.DriftDetectors;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Drift Monitor</i>. */
public final class DriftMonitorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Drift Monitor") //
        .icon("drift-monitor.png") //
        .shortDescription("Notices when a network in use no longer sees what it was trained for.") //
        .fullDescription("""
                <p>Watches predictions in the order of the rows: their errors where labels are known, else how unsure
                the network is, the shares of the predicted classes, and the embeddings. A reference table, or the first
                rows where none is connected, says what it was like when all was well. Each time a detector becomes
                alarmed it is told with position, value and threshold, and marked in the picture: a warning is a reason
                to look, drift a reason to act, such as to train on recent images.</p>
                <p>Labels often come late or never. Without a label column, 1 minus the probability of the predicted
                class stands for the error: a network that is sure and wrong is not noticed that way, so add a detector
                of embeddings. A change of the predicted classes may also be one of the world: more ill patients, not a
                broken camera.</p>
                <p>Every detector is told of once when it becomes alarmed, and again only after it was calm: ADWIN and
                DDM forget what was before, the populations compare on with the reference. Position counts the watched
                rows from 1 on through all tables; value and threshold are 0 or more: an error rate (DDM), a difference
                of error rates (ADWIN), a population stability index (others). The picture shows value / threshold, so
                that 1 is drift for all of them.</p>
                <p>The detectors:</p>
                """ + MethodText.list(DriftDetectors.infos())) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(ports -> ports //
            .addInputPortGroup("Predictions", group -> group.name("Predictions").description("""
                    The predictions to watch, in the order in which they were made.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Reference", group -> group.name("Reference").description("""
                    Predictions of the time when all was well (optional), with the same columns.
                    """).fixed(BufferedDataTable.TYPE_OPTIONAL)) //
            .addInputPortGroup("Later predictions", group -> group.name("Later predictions").description("""
                    Predictions that came after those of the ports before, such as a table for each day; as many as you
                    add.
                    """).extendable().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Drift", group -> group.name("Drift").description("""
                    One row each time a detector became alarmed: position, row, detector, level (warning or drift),
                    value and threshold.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Readings", group -> group.name("Readings").description("""
                    What each detector read by position, with warnings and drift marked.
                    """).fixed(ImagePortObject.TYPE))) //
        .model(model -> model //
            .parametersClass(DriftMonitorNodeParameters.class) //
            .configure(DriftMonitorNode::configure) //
            .execute(DriftMonitorNode::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("concept drift", "data drift", "ADWIN", "DDM", "PSI", "population stability", "monitoring",
            "distribution shift");

    /** Called by KNIME. */
    public DriftMonitorNodeFactory() {
        super(NODE);
    }
}
