package dev.usher.rest;

import java.util.function.BiFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Gives a reactive service the house's manners over HTTP. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@PropertySource("classpath:usher-rest.properties")
class RestAutoConfiguration {

    @Bean
    ProblemAdvice problemAdvice(JsonMapper json) {
        return new ProblemAdvice(json);
    }

    @Bean
    CauseFilter causeFilter() {
        return new CauseFilter();
    }

    @Bean
    CleanAddresses cleanAddresses() {
        return new CleanAddresses();
    }

    @Bean
    WholeSegments wholeSegments() {
        return new WholeSegments();
    }

    @Bean
    HttpHandlerDecoratorFactory limitsBodies() {
        return BodyLimit::around;
    }

    @Bean
    WebFilter tellsTheLimitItsHandler() {
        return BodyLimit::serve;
    }

    @Bean
    NettyServerCustomizer answersForRejectedAddresses(ProblemAdvice advice) {
        BiFunction<Mono<Void>, Connection, Mono<Void>> told = new RejectedAddresses(advice)::told;
        return server -> server.mapHandle(told);
    }

    /** One buffer may hold a whole body. */
    @Bean
    @Order(100)
    CodecCustomizer bodiesUpToTheLimit() {
        return codecs -> codecs.defaultCodecs().maxInMemorySize(BodyLimit.LIMIT_BYTES);
    }

    /** Text is text, an empty text where something else belongs means unknown, and offsets stay as they were sent. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.addModule(new SimpleModule("usher-rest").addDeserializer(String.class, new StorableText()))
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        whole -> whole.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        truth -> truth.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum, one -> one.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfigDefaults(
                        any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull));
    }
}
