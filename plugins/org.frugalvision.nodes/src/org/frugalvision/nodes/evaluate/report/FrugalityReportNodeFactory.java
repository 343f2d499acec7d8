// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Frugality Report</i>. */
public final class FrugalityReportNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Frugality Report") //
        .icon("frugality-report.png") //
        .shortDescription("Tells what each saving brought and what it cost in accuracy, beside a baseline.") //
        .fullDescription("""
                <p>Puts the results of several scorers beside one of them, the baseline: how accurate each is, what it
                cost, and how many times the cost of the baseline that is. A picture shows accuracy by cost; the dashed
                line, the Pareto front, goes through the results that no other beats in both. Connect the network to
                every scorer, as its costs come from there.</p>
                <p>Every accuracy has its interval of 95 % (Wilson), and so has its difference to the baseline
                (Newcombe). The verdict claims no more than the test images show. <i>Same accuracy</i> means that the
                whole interval of the difference lies within the tolerance; <i>more</i> and <i>less accurate</i> that it
                lies on one side of 0; all else is <i>not told apart</i>, which takes more test images to change. The
                interval takes the two results to be of different images. Where they are of the same ones it is too
                wide, so that a verdict of the same, more or less holds all the more. To know more than that, compare
                the predictions themselves by McNemar's test.</p>
                <p>Labels, images and multiply-adds are counted and the same on every machine. Bytes moved are an
                estimate from these counts and the size of the network, 4 bytes for each number, as if every layer's
                output went through memory; multiply-adds per byte below about 10 say that memory is the bottleneck.
                Watt-hours stand there twice. <i>By time</i> they are the measured time of the processor at 10 W for
                each busy core. <i>By counts</i> they are a proxy that does not depend on the machine: 4.6 pJ for each
                multiply-add of 32 bits, as much for its register, and for each number moved 6 times (buffer) and 200
                times (memory) as much (Sze et al. 2017). Use it to compare, not to pay bills.</p>
                <p>Connect the networks of the results as well, and the report tells what using them takes: parameters,
                multiply-adds of an image, bytes of the file, and the milliseconds of an image, alone and in a batch, on
                one thread of this machine. Times are medians of 15 rounds in which the networks take turns, after a
                warm-up, with images of noise; the spread is that between the quartiles. The picture then has two more
                charts, of accuracy by time and by file size. A result finds its network by the column "Network" of its
                scorer, to which the network must be connected, too.</p>
                <p>Columns: verdict; test images; accuracy, 0 to 1, with its interval; accuracy minus that of the
                baseline, -1 to 1, with its interval; each cost, from 0; multiply-adds per byte; each cost divided by
                that of the baseline; whether the result is on the Pareto front of the chosen cost. A cost that is not
                known is a missing cell, and so is what would be divided by 0, and what a network takes that is not
                connected.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(ports -> ports //
            .addInputPortGroup("Results", group -> group.name("Results").description("""
                    Overall scores of an Image Classification Scorer, or of several in one table.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Further results", group -> group.name("Further results").description("""
                    The same of other scorers, as many as you add. A result that stands in several tables counts once.
                    """).extendable().supportedTypes(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Networks", group -> group.name("Networks").description("""
                    The networks of the results, in any order, as many as you add: how large and how fast they are.
                    """).extendable().supportedTypes(NetworkPortObject.TYPE)) //
            .addOutputPortGroup("Report", group -> group.name("Report").description("""
                    One row for each result: verdict, accuracy, costs, and both relative to the baseline.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Accuracy by cost", group -> group.name("Accuracy by cost").description("""
                    A picture of accuracy by the chosen cost, with intervals and the Pareto front; with networks, by
                    time and by file size, too.
                    """).fixed(ImagePortObject.TYPE))) //
        .model(model -> model //
            .parametersClass(FrugalityReportNodeParameters.class) //
            .configure(FrugalityReportNode::configure) //
            .execute(FrugalityReportNode::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("cost", "energy", "watt-hours", "savings", "efficiency", "Pareto", "trade-off", "compare");

    /** Called by KNIME. */
    public FrugalityReportNodeFactory() {
        super(NODE);
    }
}
