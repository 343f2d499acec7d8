// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.writer;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Writer</i>. */
public final class CnnWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Writer") //
        .icon("cnn-writer.png") //
        .shortDescription("Writes a trained network to a file.") //
        .fullDescription("""
                <p>Writes a trained network to a file, which a CNN Reader reads again in this or another workflow, on
                this or another machine. The file holds everything that travels with a network: its layers and
                weights, the names and training shares of its classes, what it was trained on and what it cost. It is
                a zip file with a readable description and the weights, closed by a checksum.</p>
                <p>The format DL4J is for programs outside KNIME: a ComputationGraph of DL4J's own layers, which
                ModelSerializer restores without Frugal Vision. It takes images as batch x channels x rows x columns
                with values from 0 to 1 and gives the probabilities of the classes. The shares of the classes in
                training, the history and the costs are not in such a file. A head of spatial pyramid pooling has no
                counterpart in DL4J, and such a network is refused.</p>
                <p>The file appears whole or not at all: a full disk or an interrupted write leaves an older file as
                it was.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputPort("Network", "The trained network to write.", NetworkPortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnWriterNodeParameters.class) //
            .configure(CnnWriter::configure) //
            .execute(CnnWriter::execute)) //
        .keywords("save model", "export network", "deploy", "file", "deep learning", "dl4j");

    /** Called by KNIME. */
    public CnnWriterNodeFactory() {
        super(NODE);
    }
}
