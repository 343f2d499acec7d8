// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.sensitivity;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Pruning Sensitivity</i>. */
public final class PruningSensitivityNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Pruning Sensitivity") //
        .icon("pruning-sensitivity.png") //
        .shortDescription("Tells how much each layer of a network can lose.") //
        .fullDescription("""
                <p>Removes growing parts of the channels of one layer at a time, always from the whole network and
                without fine-tuning, and measures the accuracy that is left. Layers whose channels belong together,
                such as those of a residual stage, lose them together.</p>
                <p>Layers that cost little are where a CNN Pruner should take from; those that cost much can be named
                as layers to keep. What several layers cost together is not the sum of what they cost alone.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network.", NetworkPortObject.TYPE) //
            .addInputTable("Images", "A table with a column of images and a column of labels, of the classes that the "
                + "network knows; not the test images that shall tell the final accuracy.") //
            .addOutputTable("Sensitivity", "One row for each group of layers and each part: channels left, parameters "
                + "and multiply-adds of the network, its accuracy, and what it lost.") //
            .addOutputTable("Cost", "What this took: images scored, multiply-adds, seconds.") //
            .addOutputPort("Sensitivity of layers", "A picture of the six most sensitive layers.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(PruningSensitivityNodeParameters.class) //
            .configure(PruningSensitivity::configure) //
            .execute(PruningSensitivity::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("pruning", "sensitivity", "layers", "channels");

    /** Called by KNIME. */
    public PruningSensitivityNodeFactory() {
        super(NODE);
    }
}
