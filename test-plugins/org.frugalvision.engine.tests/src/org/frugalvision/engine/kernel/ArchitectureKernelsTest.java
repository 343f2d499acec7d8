// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every library computes every architecture as plain loops do: the output of every node, and the gradient. */
@RunWith(Parameterized.class)
public final class ArchitectureKernelsTest {

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public String m_architecture;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> networks() {
        final List<Object[]> networks = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            for (final ArchitectureInfo info : Architectures.infos()) {
                networks.add(new Object[]{kernel, info.id()});
            }
        }
        return networks;
    }

    @Test
    public void computesWhatPlainLoopsCompute() throws CanceledException {
        final double width =
            Architectures.info(m_architecture).options().contains(ArchitectureOption.WIDTH) ? 0.125 : 1;
        final NetworkSpec spec = Architectures.create(m_architecture).build(new ImageShape(2, 16, 16), 3,
            new ArchitectureOptions(width, BatchNorm.USUAL, 0, Head.USUAL));
        final var check = new KernelCheck(m_kernel, spec, 9);

        check.outputsAgree(false, 1e-3);
        check.outputsAgree(true, 1e-3);
        check.gradientAgreesOnTheWhole(40);
    }
}
