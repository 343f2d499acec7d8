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
        .shortDescription("Reads a trained network from a file of Frugal Vision, DL4J or Keras.") //
        .fullDescription("""
                <p>Reads a network that a CNN Writer has written, with its classes, its history and its costs; the
                hash in the summary of the network port shows that it is the same network, bit for bit. Reads
                networks of other programs, too, to apply them or to train them further:</p>
                <ul>
                <li><b>DL4J</b> (the zip file of ModelSerializer, version 1.0.0-M2.1): MultiLayerNetwork and
                ComputationGraph. Set the size of the images, which such a file does not tell.</li>
                <li><b>Keras</b> (the .h5 file of model.save, Keras 2, or Keras 3 in that format): Sequential and
                Functional models, also one inside another, channels last. A model that ends with one sigmoid becomes
                one of two classes.</li>
                </ul>
                <p>Which of them a file is, its content tells. The settings for files of other programs do nothing for
                a file of Frugal Vision.</p>
                <p>Taken over are convolution, depthwise and separable convolution with square windows, dense layers,
                batch normalization, maximum and mean pooling, global pooling, padding, dropout, addition, flattening,
                rescaling, ReLU, ReLU6 and a softmax at the end. A network with anything else is refused; the message
                names every layer that is in the way. What such a network was trained on is not known, so the shares
                of its classes count as equal and its costs as nothing.</p>
                <p>Nothing in a file is ever executed, no Java object in it is read, and no size in it is trusted: a
                damaged file, one cut off, or one of another program is refused with the reason. Which classes the
                network knows becomes visible to the following nodes when this node has been executed.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputPort("Network", "The trained network.", NetworkPortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnReaderNodeParameters.class) //
            .configure(CnnReader::configure) //
            .execute(CnnReader::execute)) //
        .keywords("load model", "import network", "pretrained", "file", "deep learning", "dl4j", "keras", "h5");

    /** Called by KNIME. */
    public CnnReaderNodeFactory() {
        super(NODE);
    }
}
