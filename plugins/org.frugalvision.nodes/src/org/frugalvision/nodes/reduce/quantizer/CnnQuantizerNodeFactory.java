// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.quantizer;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Quantizer</i>. */
public final class CnnQuantizerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Quantizer") //
        .icon("cnn-quantizer.png") //
        .shortDescription("Rounds the weights of a trained network to a few bits, so that its file becomes small.") //
        .fullDescription("""
                <p>Rounds the weights of convolutions and dense layers to whole multiples of a step, 1 to 8 bits each,
                and stores them so: at 8 bits the file has about a quarter of its size, at 4 bits an eighth. Biases and
                normalizations stay as they are. The network is read back with exactly the rounded weights.</p>
                <p>By itself this saves size only: computing is done with the rounded weights as ordinary floating-point
                numbers and takes as long as before. With <i>Predict in whole numbers of 8 bits</i> every node that
                predicts with the network rounds what goes into convolutions and dense layers to 127 steps, within
                ranges found on the calibration images (without rare large values, for which all others would have to be
                rounded coarsely), and multiplies whole numbers, by oneDNN on 64-bit Intel and AMD
                processors. A batch took 0.22 (VGG (small)) to 0.66 (MobileNetV2 (small)) of the time here, at the same
                accuracy within 0.1 points, but for ResNet-8, which lost one (3 seeds); tiny networks gain nothing.
                Elsewhere, and for dropout passes and adversarial changes, it computes in single precision, with a
                warning. The image itself is not rounded; sums over channels, gates and concatenations are computed in
                single precision in between. A network that is trained further is no longer rounded.</p>
                <p>The step is that of the largest weight, or the one with the least squared error, which cuts off large
                weights; at 2 bits that gives ternary weights (-a, 0, a), at 1 bit only signs are left. Fine-tuning
                trains the rounded weights on the calibration images by the straight-through estimator: gradients are
                those of the rounded weights, updates go to exact ones kept beside them.</p>
                <p>The accuracy on the calibration images is told before and after; at 3 and 2 bits expect to lose a
                lot without mixed bits or fine-tuning, after which it is an accuracy on images that were trained on.
                The range of each layer's outputs on these images is told, too, all of it or without its outermost
                parts, for those who export the network to a device that computes with whole numbers.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network.", NetworkPortObject.TYPE) //
            .addInputTable("Calibration images", "A table with a column of images and a column of labels, of the "
                + "classes that the network knows; not the test images that shall tell the final accuracy.") //
            .addOutputPort("Quantized network", "The network with rounded weights.", NetworkPortObject.TYPE) //
            .addOutputTable("Layers", "One row for each layer with weights: how many, their bits, the mean squared "
                + "error, by how much the loss rises with this layer alone rounded (for mixed bits), and the range "
                + "of the values it gave for the images.") //
            .addOutputTable("Before and after", "Accuracy on the calibration images, 0 to 1; bytes of the file; "
                + "and bit operations of an image: multiply-adds x bits of a weight x 32 bits of an activation (8 in "
                + "whole numbers), what hardware made for it could save; and milliseconds of an image, alone and in a "
                + "batch of the usual size, on one thread: median and spread (upper minus lower quartile) of 15 "
                + "rounds in which both networks take turns.") //
            .addOutputTable("Cost", "What the network cost so far, one row per piece of work and their total.")) //
        .model(model -> model //
            .parametersClass(CnnQuantizerNodeParameters.class) //
            .configure(CnnQuantizer::configure) //
            .execute(CnnQuantizer::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("quantization", "int8", "compression", "mixed precision", "bits");

    /** Called by KNIME. */
    public CnnQuantizerNodeFactory() {
        super(NODE);
    }
}
