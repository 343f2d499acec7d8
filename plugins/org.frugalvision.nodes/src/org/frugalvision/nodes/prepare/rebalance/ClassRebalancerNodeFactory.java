// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.resample.Resamplers;
import org.frugalvision.nodes.augment.OperationText;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Class Rebalancer</i>. */
public final class ClassRebalancerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Class Rebalancer") //
        .icon("class-rebalancer.png") //
        .shortDescription("Brings the classes of a table of images to other numbers of images.") //
        .fullDescription("""
                <p>Networks trained on classes of very different size forget the rare ones. This node repeats images of
                small classes, with the same pixels or with changed ones, leaves out images of large classes, or gives
                every row the weight of its class. It also makes a balanced table imbalanced, to try out what that
                does.</p>
                <p>Part your images before you rebalance them: copies of a training image among the test images make a
                network look better than it is, and test images must keep the shares of the classes that the network
                will meet. If you must part afterwards, take "rebalanced from" as the group column of an Image
                Partitioner; it warns if you do not. Often it is cheaper to leave the images as they are and to correct
                the predictions: see the prior correction of the CNN Predictor.</p>
                <p>Rows keep their order; copies stand behind the row they come from and have its row ID with "~1", "~2"
                and so on. The column "rebalanced from" holds the row ID of that row, "copy" the number of the copy, 0
                for the row itself. Rows without a class, or without a readable image where images are looked at, are
                left out, and one warning counts them. Warnings also name classes without images, and a class of which
                an image is there more than 50 times.</p>
                <p>Weights stand for the rows of the result; choose <i>As they are</i> to get those of the table as it
                is. <i>Inverse frequency</i> is all images over the number of classes and the images of the class.
                <i>Effective number</i> (Cui et al. 2019, arXiv:1901.05555) is milder. <i>Semantic scale</i> (Ma et al.
                2023, arXiv:2212.14613) looks at how different the images of a class are, and gives the smaller
                weight to classes of many different images; weights are limited to 0.2 to 5.</p>
                <p>The methods:</p>
                """ + MethodText.list(Resamplers.infos()) + "<p>The operations for changed pixels:</p>"
            + OperationText.list(Operations.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images", "A table with a column of labels, and one of images if they are looked at.") //
            .addOutputTable("Rebalanced images", "The rows that are left, with their copies.") //
            .addOutputTable("Classes", """
                    Each class with its images before and after, how many different ones these are, how often one of
                    them is there at most, and weights of the class among the rows of the result; missing for classes
                    without images, and where the semantic scale is not measured.
                    """) //
            .addOutputPort("Images of each class", """
                    Bars of the numbers of images before and after; of more than 40 classes, curves.
                    """, ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(ClassRebalancerNodeParameters.class) //
            .configure(ClassRebalancer::configure) //
            .execute(ClassRebalancer::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("imbalance", "oversampling", "undersampling", "class weights", "rare class", "long tail", "SMOTE",
            "balance", "equal size sampling", "bootstrap");

    /** Called by KNIME. */
    public ClassRebalancerNodeFactory() {
        super(NODE);
    }
}
