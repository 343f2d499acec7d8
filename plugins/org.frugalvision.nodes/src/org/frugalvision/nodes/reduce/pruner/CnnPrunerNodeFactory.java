// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.pruner;

import org.frugalvision.engine.prune.Criteria;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Pruner</i>. */
public final class CnnPrunerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Pruner") //
        .icon("cnn-pruner.png") //
        .shortDescription("Removes channels from a trained network, which becomes smaller and faster.") //
        .fullDescription("""
                <p>Removes the channels of a trained network that matter least, together with everything that belongs
                to them in other layers. The result is an ordinary network with fewer parameters and multiply-adds: it
                predicts, trains on, and is stored like any other. At least one channel of each layer stays.</p>
                <p>The target is a share of the parameters, of the multiply-adds, of the file size, or of the time
                measured on this machine. Fewer multiply-adds do not always take less time: compare the measured times
                in the second output. They come from noise images on one thread, with old and new networks in turns;
                the spread is that between the quartiles.</p>
                <p>The network can become smaller in several steps, with fine-tuning on the training images after each
                of them. With rollback, the last network whose accuracy on the validation images was good enough is
                given back. Everything spent is in the cost table, steps that were rolled back included. Compare with
                a small network trained from scratch at the same total cost: that is what pruning must beat. On
                Fashion-MNIST (LeNet with batch normalization, 1,000 images, 3 seeds, 30 % of the multiply-adds left)
                that network reached an accuracy of 0.811, and no criterion more than 0.808; the whole network had
                0.816. VGG (small) on 2,000 images (9 epochs, 3 seeds) had 0.851; with 46 % of the multiply-adds and
                48 % of the time left (batch normalization factors, widths of whole blocks of 16) it had 0.863 after
                nine epochs along a cosine, the whole network tuned as long 0.860, the small one from scratch at equal
                cost 0.853. Three epochs were too few: 1.4 points lost. Pruning pays where the large network is there
                already.</p>
                <p>Single weights and the rank of dense layers can be removed instead of channels. Zeros make the file
                smaller, nothing else; lower rank saves what dense layers take.</p>
                <p>The same seed, data and settings give the same network, bit for bit, unless time is the target.</p>
                <p>The criteria:</p>
                """ + MethodText.list(Criteria.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network.", NetworkPortObject.TYPE) //
            .addInputTable("Training images", "A table with a column of images and a column of labels, of the classes "
                + "that the network knows.") //
            .addInputPort("Validation images", "A table with the same two columns (optional): the accuracy on its "
                + "images is measured in every step.", BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Training recipe", "Methods that take part in fine-tuning (optional).",
                TrainingRecipePortObject.TYPE_OPTIONAL) //
            .addOutputPort("Pruned network", "The smaller network.", NetworkPortObject.TYPE) //
            .addOutputTable("Steps", "One row for the whole network and one for each step: channels, parameters and "
                + "how many of them are not 0, multiply-adds, bytes of the file, measured times of one image and their "
                + "spread, accuracy on the validation images before and after fine-tuning, whether the step was good "
                + "enough, and what it cost.") //
            .addOutputTable("Cost", "What the network cost so far, one row per piece of work and their total.") //
            .addOutputPort("Accuracy and size", "A picture of accuracy and parameters against multiply-adds.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(CnnPrunerNodeParameters.class) //
            .configure(CnnPruner::configure) //
            .execute(CnnPruner::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("pruning", "compression", "channels", "smaller", "faster", "network slimming", "ThiNet");

    /** Called by KNIME. */
    public CnnPrunerNodeFactory() {
        super(NODE);
    }
}
