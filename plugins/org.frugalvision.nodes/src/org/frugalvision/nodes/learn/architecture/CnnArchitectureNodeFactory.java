// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Architecture</i>. */
public final class CnnArchitectureNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Architecture") //
        .icon("cnn-architecture.png") //
        .shortDescription("Chooses the architecture of a convolutional neural network.") //
        .fullDescription("""
                <p>Chooses the convolutional neural network that a CNN Learner will train. The size of the input and
                the number of outputs need not be given: the learner takes them from the images and classes it
                is connected to, and refuses images that are too small for the architecture.</p>
                <p>The architectures:</p>
                """ + CnnArchitecture.descriptions()) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputPort("Network", "The untrained network, for a CNN Learner.",
            NetworkPortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnArchitectureNodeParameters.class) //
            .configure(CnnArchitecture::configure) //
            .execute(CnnArchitecture::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("deep learning", "convolutional neural network", "LeNet", "DL4J", "network");

    /** Called by KNIME. */
    public CnnArchitectureNodeFactory() {
        super(NODE);
    }
}
