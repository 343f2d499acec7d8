// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.BufferedDataTable;
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
                is connected to, and refuses images that are too small for the architecture. The options change the
                architecture; one that the chosen architecture does not have is refused by name.</p>
                <p>The second output tells what the network will cost before anything is trained: parameters and
                multiply-adds of each layer, exactly. Connect images to see it for their size and classes.</p>
                <p>The architectures:</p>
                """ + MethodText.list(Architectures.infos()) + "<p>The options:</p>" + options()) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Images", "A table with images and their classes (optional), for which the layers are "
                + "listed.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputPort("Network", "The untrained network, for a CNN Learner.", NetworkPortObject.TYPE) //
            .addOutputTable("Layers", "One row per layer and their total: output shape, parameters, multiply-adds for "
                + "one image.")) //
        .model(model -> model //
            .parametersClass(CnnArchitectureNodeParameters.class) //
            .configure(CnnArchitecture::configure) //
            .execute(CnnArchitecture::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("deep learning", "convolutional neural network", "LeNet", "VGG", "ResNet", "MobileNet", "DL4J",
            "network");

    /** Called by KNIME. */
    public CnnArchitectureNodeFactory() {
        super(NODE);
    }

    private static String options() {
        return Arrays.stream(ArchitectureOption.values()).filter(option -> !option.verdict().isEmpty())
            .map(option -> "<li><b>%s</b>: %s</li>".formatted(option.title(), MethodText.escaped(option.verdict())))
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
}
