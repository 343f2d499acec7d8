// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.reader;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Reader</i>. */
public final class CnnReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Reader") //
        .icon("cnn-reader.png") //
        .shortDescription("Reads a trained network from a file.") //
        .fullDescription("""
                <p>Reads a network that a CNN Writer has written, with its classes, its history and its costs. The
                hash in the summary of the network port shows that it is the same network, bit for bit.</p>
                <p>Nothing in the file is trusted before its checksum was found right, and nothing in it is ever
                executed: a damaged file, one cut off, or one of another program is refused with the reason. Which
                classes the network knows becomes visible to the following nodes when this node has been
                executed.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputPort("Network", "The trained network.", NetworkPortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnReaderNodeParameters.class) //
            .configure(CnnReader::configure) //
            .execute(CnnReader::execute)) //
        .keywords("load model", "import network", "pretrained", "file", "deep learning");

    /** Called by KNIME. */
    public CnnReaderNodeFactory() {
        super(NODE);
    }
}
