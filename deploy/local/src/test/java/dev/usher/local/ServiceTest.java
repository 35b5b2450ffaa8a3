package dev.usher.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.contracts.Topics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

class ServiceTest {

    /** By that name it finds the topics that it may write, and learns their schemas before it says that it is ready. */
    @ParameterizedTest
    @EnumSource
    void aServiceCallsItselfWhatTheContractCallsIt(Service service) {
        assertThat(settings(service).getProperty("spring.application.name")).isEqualTo(service.module());
        assertThat(owners()).contains(service.module());
    }

    private static Stream<String> owners() {
        return Topics.ALL.stream().flatMap(topic -> Arrays.stream(topic.owner().split(", ")));
    }

    private static Properties settings(Service service) {
        Path file = Path.of("../..", service.module(), "src/main/resources/application.yaml");
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(file));
        return Objects.requireNonNull(yaml.getObject());
    }
}
