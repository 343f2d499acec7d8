// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.dl4j.GpuStatus;
import org.frugalvision.dl4j.GpuStatus.Kind;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Device;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Which device is taken, what is said about it, and when it is refused; for machines as the tests describe them. */
public final class DevicesTest {

    private static final GpuStatus NOT_INSTALLED =
        new GpuStatus(Kind.NOT_INSTALLED, "the feature is not installed");

    private static final GpuStatus NO_DRIVER = new GpuStatus(Kind.NO_DRIVER, "the driver does not answer");

    private static final GpuStatus UNSUPPORTED = new GpuStatus(Kind.UNSUPPORTED, "H200 is too new");

    private static final GpuStatus READY = new GpuStatus(Kind.READY, "A100 (compute capability 8.0)");

    @Test
    public void theCpuIsTakenWithoutLookingForAGpu() throws CanceledException {
        final var machine = new FakeMachine(READY);

        assertEquals(new DeviceReport(false, "computing on the CPU", Optional.empty()), use(Device.CPU, machine));
        assertEquals(List.of("CPU"), machine.m_calls);
    }

    @Test
    public void automaticTakesTheGpuThatPassesTheTest() throws CanceledException {
        final var machine = new FakeMachine(READY);

        assertEquals(new DeviceReport(true, "computing on the GPU A100 (compute capability 8.0)", Optional.empty()),
            use(Device.AUTO, machine));
        assertEquals(List.of("ask", "GPU", "test"), machine.m_calls);
    }

    @Test
    public void automaticTakesTheCpuAndWarnsOnlyIfThereIsAGpu() throws CanceledException {
        assertEquals(new DeviceReport(false, "computing on the CPU, because the feature is not installed",
            Optional.empty()), use(Device.AUTO, new FakeMachine(NOT_INSTALLED)));
        assertEquals(new DeviceReport(false, "computing on the CPU, because the driver does not answer",
            Optional.empty()), use(Device.AUTO, new FakeMachine(NO_DRIVER)));
        assertEquals(new DeviceReport(false, "computing on the CPU, because H200 is too new",
            Optional.of("Computed on the CPU, because H200 is too new.")),
            use(Device.AUTO, new FakeMachine(UNSUPPORTED)));
    }

    @Test
    public void gpuModeRefusesAndSaysWhy() {
        assertEquals("Device: the GPU cannot be used, because the feature is not installed.",
            refusal(Device.GPU, new FakeMachine(NOT_INSTALLED)).getMessage());
        assertEquals(List.of("Install that feature (see the README) and restart, or choose the CPU."),
            refusal(Device.GPU, new FakeMachine(NOT_INSTALLED)).fixes());
        assertEquals(List.of("Install NVIDIA's driver, or choose the CPU."),
            refusal(Device.GPU, new FakeMachine(NO_DRIVER)).fixes());
        assertEquals("Device: the GPU cannot be used, because H200 is too new.",
            refusal(Device.GPU, new FakeMachine(UNSUPPORTED)).getMessage());
        assertEquals(List.of("Choose the CPU."), refusal(Device.GPU, new FakeMachine(UNSUPPORTED)).fixes());
    }

    @Test
    public void librariesThatCannotBeLoadedLeaveTheCpu() throws CanceledException {
        final var machine = new FakeMachine(READY);
        machine.m_loads = false;

        assertEquals(Optional.of("Computed on the CPU, because the libraries of CUDA cannot be loaded for A100 (compute "
            + "capability 8.0)."), use(Device.AUTO, machine).warning());
        machine.m_started = false;
        assertEquals("Device: the GPU cannot be used, because the libraries of CUDA cannot be loaded for A100 (compute "
            + "capability 8.0).", refusal(Device.GPU, machine).getMessage());
    }

    @Test
    public void aGpuThatComputesWrongIsRefused() {
        final var machine = new FakeMachine(READY);
        machine.m_right = false;

        assertEquals("Device: the GPU is not used, because A100 (compute capability 8.0) gave wrong numbers in a test.",
            refusal(Device.AUTO, machine).getMessage());
    }

    @Test
    public void laterWorkTakesTheDeviceThatIsBound() throws CanceledException {
        final var machine = new FakeMachine(READY);
        use(Device.GPU, machine);

        assertEquals("computing on the GPU", use(Device.AUTO, machine).sentence());
        assertEquals("computing on the GPU", use(Device.GPU, machine).sentence());
        assertEquals("Device: the program computes on the GPU already, and that cannot be changed while it runs.",
            refusal(Device.CPU, machine).getMessage());
    }

    @Test
    public void aGpuThatIsWantedTooLateIsRefused() throws CanceledException {
        final var machine = new FakeMachine(READY);
        use(Device.CPU, machine);

        assertEquals("computing on the CPU", use(Device.AUTO, machine).sentence());
        assertEquals("Device: the program computes on the CPU already, and that cannot be changed while it runs.",
            refusal(Device.GPU, machine).getMessage());
        machine.m_status = NOT_INSTALLED;
        assertEquals("Device: the GPU cannot be used, because the feature is not installed.",
            refusal(Device.GPU, machine).getMessage());
    }

    @Test
    public void thisMachineComputesOnTheCpu() throws CanceledException {
        assertEquals(new DeviceReport(false, "computing on the CPU", Optional.empty()),
            Devices.use(Device.CPU, RunControl.none()));
        assertEquals(false, Devices.use(Device.AUTO, RunControl.none()).gpu());
    }

    private static DeviceReport use(final Device wanted, final Machine machine) throws CanceledException {
        return Devices.use(wanted, machine, RunControl.none());
    }

    private static DataException refusal(final Device wanted, final Machine machine) {
        return assertThrows(DataException.class, () -> use(wanted, machine));
    }

    /** As a test describes it. */
    private static final class FakeMachine implements Machine {

        private final List<String> m_calls = new ArrayList<>();

        private GpuStatus m_status;

        private boolean m_started;

        private boolean m_onGpu;

        private boolean m_loads = true;

        private boolean m_right = true;

        FakeMachine(final GpuStatus status) {
            m_status = status;
        }

        @Override
        public boolean isStarted() {
            return m_started;
        }

        @Override
        public boolean isOnGpu() {
            return m_onGpu;
        }

        @Override
        public GpuStatus gpu() {
            m_calls.add("ask");
            return m_status;
        }

        @Override
        public void startOnCpu() {
            m_calls.add("CPU");
            m_started = true;
        }

        @Override
        public boolean startOnGpu() {
            m_calls.add("GPU");
            m_started = true;
            m_onGpu = m_loads;
            return m_loads;
        }

        @Override
        public boolean gpuComputesRight(final RunControl run) {
            m_calls.add("test");
            return m_right;
        }
    }
}
